"""Tools of the workshop: set-up, and the driver of the long proofs. No part of the product."""
