"""What German newsrooms put around a text, told by its form alone: title, stamp, byline, dateline, sub-headings."""
