"""Text as Telegram reads it: entities, HTML, lengths."""
