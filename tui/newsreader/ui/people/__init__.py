"""What the screens of people work with: plots of when and where, groups of statements, their rows."""
