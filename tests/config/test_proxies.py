import pytest

from config.proxies import client_address

CHAIN = "6.6.6.6, 198.51.100.7, 10.0.0.2"


@pytest.mark.parametrize(
    ("proxies", "address"),
    [(0, "10.0.0.1"), (1, "10.0.0.2"), (2, "198.51.100.7"), (4, "10.0.0.1")],
)
def test_only_as_many_entries_count_as_there_are_proxies(
    rf, settings, proxies, address
):
    settings.WAYMARK_PROXY_COUNT = proxies
    request = rf.get("/", headers={"X-Forwarded-For": CHAIN}, REMOTE_ADDR="10.0.0.1")

    assert client_address(request) == address
