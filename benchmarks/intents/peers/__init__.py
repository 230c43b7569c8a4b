"""What one would take instead of careerbot's classifier; each imports its library and nothing of careerbot."""
