"""The product's own settings, and what a fault needs of them.

HSI_SYNCHRONOUS    NORMAL instead of FULL: a control
HSI_HINTS          "bad": hints are dropped and doubled on their way; "none": all are dropped
HSI_DISK_LOG       where every write to the disk is noted (see disk.py)
"""

import os

from hsi_workshop.settings import *  # noqa: F403
from hsi_workshop.settings import CHANNEL_LAYERS, SQLITE

if synchronous := os.environ.get("HSI_SYNCHRONOUS"):
    SQLITE["init_command"] += f"PRAGMA synchronous={synchronous};"
if hints := os.environ.get("HSI_HINTS"):
    CHANNEL_LAYERS["default"] = {
        "BACKEND": "tests.faults.bad_layer.BadLayer",
        "CONFIG": {"arrive": {"bad": 0.6, "none": 0}[hints]},
    }
if noted_in := os.environ.get("HSI_DISK_LOG"):
    from tests.faults.disk import note_every_write

    note_every_write(noted_in)
