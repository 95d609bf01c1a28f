import pytest

from config.charset import utf8_only


def answered(kind):
    said = []
    application = utf8_only(lambda environ, start: start("200 OK", []) or [])
    application({"CONTENT_TYPE": kind}, lambda status, headers: said.append(status))
    return said[0]


@pytest.mark.parametrize(
    "kind",
    [
        "multipart/form-data; boundary=B; charset=utf-7",
        "multipart/form-data; boundary=B; charset=base64",
        'multipart/form-data; boundary=B; charset="idna"',
        "text/html; charset*=nonsense''%41",
        "text/html; x*=nonsense''%41",
    ],
)
def test_another_character_set_than_utf_8_is_refused(kind):
    assert answered(kind) == "400 Bad Request"


@pytest.mark.parametrize(
    "kind",
    [
        "",
        "application/x-www-form-urlencoded",
        "application/x-www-form-urlencoded; charset=UTF-8",
        "multipart/form-data; boundary=----WebKitFormBoundary7MA4YWxk",
    ],
)
def test_what_browsers_send_passes(kind):
    assert answered(kind) == "200 OK"
