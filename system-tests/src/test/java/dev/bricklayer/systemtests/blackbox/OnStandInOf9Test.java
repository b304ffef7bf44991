package dev.bricklayer.systemtests.blackbox;

/** On the stand-in, playing Mattermost 9.10. */
class OnStandInOf9Test extends OnStandIn {

  OnStandInOf9Test() {
    super("9.10", 33_080);
  }
}
