"""Laws of the Bot API test server."""
