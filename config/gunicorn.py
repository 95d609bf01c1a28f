"""How gunicorn serves Waymark: `gunicorn --config config/gunicorn.py config.wsgi`.

No access log is kept, as its lines would hold the codes of private links.
"""

from config.environment import text, whole_number
from config.logs import LOGGING

bind = text("WAYMARK_BIND", "127.0.0.1:8000")
workers = whole_number("WEB_CONCURRENCY", 2)
# Threads keep a browser's idle connections from holding up a whole worker.
threads = 8
# Workers start again after a while, each at another moment, and give memory back.
max_requests = 5000
max_requests_jitter = 500
control_socket_disable = True
logconfig_dict = LOGGING
