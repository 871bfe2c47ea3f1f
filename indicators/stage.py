"""The stage of the method that these activities make up."""

STAGE_2 = "stage_2"
