"""Countries that AWS WAF and CloudFront tell by their codes."""

from botocore.session import get_session

from common import schema_date, source, write

codes = get_session().get_service_model("wafv2").shape_for("CountryCode").enum

write(
    ("modules/parts/tables/countries.json",),
    source=source("botocore", what="wafv2, CountryCode"),
    date=schema_date(),
    codes=" ".join(sorted(codes)),
)
