"""What ``whmcs-codegen new-target`` copies, under another name: a target that works, and is of no language yet."""
