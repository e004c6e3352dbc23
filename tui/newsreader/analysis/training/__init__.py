"""Training of the German pipeline that ships with the program; not needed to run it."""
