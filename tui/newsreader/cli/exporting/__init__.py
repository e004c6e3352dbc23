"""`newsreader export`: many articles, read, analysed and written one after the other or by several processes."""
