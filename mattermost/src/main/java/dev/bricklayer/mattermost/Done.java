package dev.bricklayer.mattermost;

/** A success that brings nothing to read. */
public enum Done {
  DONE
}
