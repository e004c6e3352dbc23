"""What the library's screen works with: rows, filters, the way into an article."""
