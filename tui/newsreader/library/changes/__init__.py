"""What has changed between two versions of an article."""
