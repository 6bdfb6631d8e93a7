"""An AWS for one laptop: moto, plus what the Holdfast stacks need and moto lacks.

Nothing here knows about Holdfast's stacks. The package is an overlay of single AWS operations over moto's own
server (see ``services/``), an engine that makes such an overlay a few lines long (see ``engine/``), and a small HTTP
server that works both as an AWS endpoint and as an HTTP proxy (see ``server.py``).
"""
