"""Words that PostgreSQL keeps for its own language: no database and no role can be named like them without quotes."""

from sqlalchemy.dialects.postgresql.base import RESERVED_WORDS

from common import source, write

# SQLAlchemy quotes these for the sake of rules of long ago; PostgreSQL's appendix "SQL Key Words" has them as free.
FREE = {"new", "off", "old"}

write(
    ("modules/database/tables/words.json",),
    source=source("sqlalchemy", what="dialects.postgresql, RESERVED_WORDS"),
    # The day of that release.
    date="2025-10-10",
    words=sorted(RESERVED_WORDS - FREE),
)
