package dev.bricklayer.sealing;

/** A sealed token that this installation's private key does not open. */
public final class UnopenableTokenException extends RuntimeException {

  UnopenableTokenException(String keyId, Throwable cause) {
    super(
        "a token sealed with key "
            + keyId
            + " cannot be opened with the private key set here: whoever seals and whoever opens must"
            + " be given halves of the same sealing key",
        cause);
  }
}
