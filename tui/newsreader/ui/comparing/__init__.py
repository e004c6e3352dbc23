"""What has changed between two versions, set for the screen."""
