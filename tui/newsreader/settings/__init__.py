"""The user's own settings: where files lie, the configuration, and what was read last."""
