"""Gets pages, feeds and files from the web: politely, within limits, and with a clear error for whatever goes wrong."""
