"""What is known of each language, as tables: another language is another table."""
