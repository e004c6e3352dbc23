"""Looking whether the pages of kept articles have changed since they were kept."""
