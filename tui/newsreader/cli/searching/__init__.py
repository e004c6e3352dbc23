"""`newsreader search`: what fits a query in the library."""
