"""`newsreader actors`: who there is in the library, and what somebody has said, where and when."""
