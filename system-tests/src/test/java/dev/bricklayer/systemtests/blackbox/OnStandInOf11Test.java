package dev.bricklayer.systemtests.blackbox;

/** On the stand-in, playing Mattermost 11.6. */
class OnStandInOf11Test extends OnStandIn {

  OnStandInOf11Test() {
    super("11.6");
  }
}
