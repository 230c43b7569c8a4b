"""An Answer becomes what a channel can show."""
