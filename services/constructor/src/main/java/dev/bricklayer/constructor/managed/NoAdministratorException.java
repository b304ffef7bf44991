package dev.bricklayer.constructor.managed;

/**
 * There is no administrator's token, or Mattermost does not take it. What is yet to be made is
 * refused; what is to be taken back waits for another token.
 */
final class NoAdministratorException extends NotNowException {

  NoAdministratorException(String why) {
    super(why);
  }
}
