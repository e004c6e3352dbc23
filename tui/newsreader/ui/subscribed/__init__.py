"""The feeds that are subscribed to, on the screen."""
