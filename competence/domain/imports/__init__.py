"""Files of units, staff, courses and wishes: recognised, checked against the database, written all or not at all."""
