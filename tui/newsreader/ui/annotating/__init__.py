"""What the screen shows of the human layer, and what it offers to do: plain data without Textual."""
