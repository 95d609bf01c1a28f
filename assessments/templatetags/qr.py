"""The QR code for templates."""

from django import template

from assessments import qr

register = template.Library()
register.simple_tag(qr.qr_code)
