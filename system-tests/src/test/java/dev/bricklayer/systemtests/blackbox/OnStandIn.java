package dev.bricklayer.systemtests.blackbox;

import dev.bricklayer.simulator.Settings;
import dev.bricklayer.simulator.StandInMattermost;
import java.net.URI;

/** The same on a stand-in that plays one version of Mattermost. */
abstract class OnStandIn extends InsideMattermost {

  private final StandInMattermost mattermost;

  OnStandIn(String version) {
    this.mattermost = StandInMattermost.start(Settings.forTest().withVersion(version));
  }

  @Override
  URI server() {
    return mattermost.address();
  }

  @Override
  String adminToken() {
    return mattermost.demo().adminToken();
  }

  @Override
  void afterwards() {
    mattermost.close();
  }
}
