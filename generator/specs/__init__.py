"""The folder of a spec -> documents: loaded with places, corrected by overlays, resolved, validated."""
