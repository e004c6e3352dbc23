"""Taking articles and what is known of them away: one module a format, and their registry."""
