"""The human layer over an article: highlights, notes, and corrections of what the machine found."""
