"""The forms of a report: each is made from the snapshot alone, so that none can disagree."""
