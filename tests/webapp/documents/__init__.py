"""What a gjennomgang leaves on paper."""
