"""`newsreader changes`: what is different between two versions of an article."""
