"""Talking to the workbench as a browser does: draw a form, fill it in, send it."""

from html.parser import HTMLParser

from django.test import Client

BASE = "/admin/workbench/health-ai/"


class _Form(HTMLParser):
    """Collects the fields that a browser would send from the largest form."""

    def __init__(self):
        super().__init__()
        self.forms = []
        self.select = None
        self.area = None

    def handle_starttag(self, tag, attributes):
        told = dict(attributes)
        if tag == "form":
            self.forms.append({})
        if not self.forms:
            return
        if tag == "input":
            self._input(told)
        elif tag == "select":
            self.select = told.get("name")
            self.first = None
        elif tag == "option" and self.select:
            self._option(told)
        elif tag == "textarea":
            self.area = told.get("name")
            self._add(self.area, "")

    def _input(self, told):
        kind = told.get("type", "text")
        if kind in ("checkbox", "radio") and "checked" not in told:
            return
        if "name" in told and kind not in ("submit", "file"):
            self._add(told["name"], told.get("value", ""))

    def _option(self, told):
        value = told.get("value", "")
        if self.first is None:
            self.first = value
            self._add(self.select, value)
        elif "selected" in told:
            self.forms[-1][self.select][-1] = value

    def _add(self, name, value):
        self.forms[-1].setdefault(name, []).append(value)

    def handle_data(self, text):
        if self.area:
            self.forms[-1][self.area][-1] += text

    def handle_endtag(self, tag):
        if tag == "select":
            self.select = None
        elif tag == "textarea":
            self.area = None


def fields_of(response) -> dict[str, list[str]]:
    """The fields of the largest form of a page, as they stand."""
    parser = _Form()
    parser.feed(response.content.decode())
    fields = max(parser.forms, key=len)
    return {
        name: [value.removeprefix("\n") for value in values]
        for name, values in fields.items()
    }


def client_of(person) -> Client:
    """A browser in which somebody is signed in."""
    client = Client(headers={"Host": "127.0.0.1:8000"})
    client.force_login(person)
    return client


def send(client, address, operation="", **changes):
    """Draw the form at an address, change fields (dots as __), and send it."""
    fields = fields_of(client.get(address))
    changed = {name.replace("__", "."): value for name, value in changes.items()}
    fields |= {n: v if isinstance(v, list) else [v] for n, v in changed.items()}
    if operation:
        fields["operation"] = [operation]
    return client.post(address, fields)
