"""Two Apis -> what changes for the callers of the generated client, and what its version has to become.

sides = reading("HEAD~3"), reading("specs")        # inputs: a file, a folder, or a git revision (revision)
changes = compare(old.api, new.api)                # pure: the IR, not the text
print(as_text(report)); proposal(version, changes)

catalogue     every kind of change, with its impact and the reason for it: the one table
side          one of the two Apis, indexed, with a client's names for what is in it
names         whose names these are: the project's first target that has any
compare       operations, params, models, enums, wire: a module for each part of the IR
renderers     text, Markdown, JSON
version       what semantic versioning asks for
changelog     the changes under a heading of CHANGELOG.md
"""
