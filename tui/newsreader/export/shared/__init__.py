"""What several formats share: offsets that count otherwise, texts made harmless, tokens, segments."""
