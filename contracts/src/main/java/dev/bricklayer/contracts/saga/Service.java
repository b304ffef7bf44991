package dev.bricklayer.contracts.saga;

/** The five services, as sagas name them. */
public enum Service {
  USER,
  CONSTRUCTOR,
  STORAGE,
  ENGINE,
  BFF
}
