"""The spaCy components that stand on tags, lemmas and entities: one module or folder a component."""
