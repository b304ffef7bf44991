package dev.bricklayer.simulator.api;

import dev.bricklayer.simulator.config.ServerConfig;
import dev.bricklayer.simulator.world.World;

/** The table of calls. */
final class Routes {

  private final Router router = new Router("/api/v4");

  /** Makes what answers the calls, and has everything that happens told to whoever listens. */
  Routes(Stage stage) {
    World world = stage.world();
    ServerConfig config = stage.config();
    Views views = new Views(world, stage.version());
    Rights rights = new Rights(world);
    Posting posting = new Posting(world, stage.version());
    SystemPosts systemPosts = new SystemPosts(posting);
    DirectChannels directChannels = new DirectChannels(world, posting);
    Ephemerals ephemerals = new Ephemerals(stage, views);
    PendingPosts pending = new PendingPosts(stage.clock());
    world.tell(new Announcements(stage, views)::tell);
    system(new SystemCalls(stage), new ConfigCalls(stage, rights));
    posts(new PostCalls(stage, views, rights, posting, pending, ephemerals));
    users(new UserCalls(stage, views, rights), new TokenCalls(world, views, rights, config));
    bots(new BotCalls(world, views, rights, config, directChannels));
    teams(new TeamCalls(world, views, rights, systemPosts));
    roles(new RoleCalls(new Roles(), rights));
    channels(new ChannelCalls(world, views, rights, config, systemPosts, directChannels));
    commands(
        new CommandCalls(world, views, rights, config),
        new SlashCalls(stage, rights, new CommandAnswers(stage, posting, ephemerals)));
    clicks(new ActionCalls(stage, rights, posting, ephemerals));
    dialogs(new DialogCalls(stage, rights), stage.version());
  }

  Router router() {
    return router;
  }

  private void system(SystemCalls system, ConfigCalls config) {
    router
        .open("GET", "/system/ping", system::ping)
        .open("GET", "/config/client", system::settings)
        .on("GET", "/config", config::get)
        .on("PUT", "/config", config::put)
        .on("PUT", "/config/patch", config::put);
  }

  private void posts(PostCalls posts) {
    router
        .on("POST", "/posts", posts::create)
        .on("POST", "/posts/ephemeral", posts::createEphemeral)
        .on("GET", "/posts/{post}", posts::get)
        .on("DELETE", "/posts/{post}", posts::delete)
        .on("PUT", "/posts/{post}/patch", posts::patch)
        .on("GET", "/channels/{channel}/posts", posts::ofChannel);
  }

  private void users(UserCalls users, TokenCalls tokens) {
    router
        .open("POST", "/users", users::create)
        .open("POST", "/users/login", users::login)
        .on("POST", "/users/logout", users::logout)
        .on("POST", "/users/ids", users::byIds)
        .on("POST", "/users/usernames", users::byNames)
        .on("POST", "/users/tokens/revoke", tokens::revoke)
        .on("POST", "/users/tokens/disable", tokens::disable)
        .on("POST", "/users/tokens/enable", tokens::enable)
        .on("GET", "/users/{user}", users::get)
        .on("DELETE", "/users/{user}", users::delete)
        .on("GET", "/users/username/{name}", users::getByName)
        .on("PUT", "/users/{user}/patch", users::patch)
        .on("PUT", "/users/{user}/roles", users::setRoles)
        .on("PUT", "/users/{user}/active", users::setActive)
        .on("POST", "/users/{user}/tokens", tokens::create)
        .on("GET", "/users/{user}/tokens", tokens::list);
  }

  private void bots(BotCalls bots) {
    router
        .on("POST", "/bots", bots::create)
        .on("GET", "/bots", bots::list)
        .on("GET", "/bots/{bot}", bots::get)
        .on("PUT", "/bots/{bot}", bots::patch)
        .on("POST", "/bots/{bot}/disable", bots::disable)
        .on("POST", "/bots/{bot}/enable", bots::enable)
        .on("POST", "/bots/{bot}/assign/{user}", bots::assign);
  }

  private void teams(TeamCalls teams) {
    router
        .on("POST", "/teams", teams::create)
        .on("GET", "/teams", teams::list)
        .on("GET", "/teams/{team}", teams::get)
        .on("DELETE", "/teams/{team}", teams::archive)
        .on("POST", "/teams/{team}/restore", teams::restore)
        .on("GET", "/teams/name/{team}", teams::getByName)
        .on("POST", "/teams/{team}/members", teams::addMember)
        .on("GET", "/teams/{team}/members/{user}", teams::getMember)
        .on("DELETE", "/teams/{team}/members/{user}", teams::removeMember)
        .on("GET", "/teams/{team}/channels", teams::publicChannels)
        .on("GET", "/users/{user}/teams", teams::ofUser)
        .on("GET", "/users/{user}/teams/{team}/channels", teams::channelsOfUser);
  }

  private void roles(RoleCalls roles) {
    router
        .on("POST", "/roles/names", roles::byNames)
        .on("GET", "/roles/name/{name}", roles::getByName)
        .on("PUT", "/roles/{role}/patch", roles::patch);
  }

  private void channels(ChannelCalls channels) {
    router
        .on("POST", "/channels", channels::create)
        .on("POST", "/channels/direct", channels::direct)
        .on("POST", "/channels/group", channels::group)
        .on("GET", "/channels/{channel}", channels::get)
        .on("DELETE", "/channels/{channel}", channels::archive)
        .on("PUT", "/channels/{channel}/patch", channels::patch)
        .on("POST", "/channels/{channel}/restore", channels::restore)
        .on("GET", "/channels/{channel}/members", channels::members)
        .on("POST", "/channels/{channel}/members", channels::addMember)
        .on("GET", "/channels/{channel}/members/{user}", channels::getMember)
        .on("DELETE", "/channels/{channel}/members/{user}", channels::removeMember)
        .on("GET", "/teams/{team}/channels/name/{name}", channels::getByName)
        .on("GET", "/teams/name/{team}/channels/name/{name}", channels::getByTeamName);
  }

  private void commands(CommandCalls commands, SlashCalls slash) {
    router
        .on("POST", "/commands", commands::create)
        .on("GET", "/commands", commands::list)
        .on("POST", "/commands/execute", slash::execute)
        .on("GET", "/commands/{command}", commands::get)
        .on("PUT", "/commands/{command}", commands::update)
        .on("DELETE", "/commands/{command}", commands::delete)
        .on("PUT", "/commands/{command}/regen_token", commands::renewToken)
        .outside("POST", "/hooks/commands/{hook}", slash::answerLater);
  }

  private void clicks(ActionCalls actions) {
    router.on("POST", "/posts/{post}/actions/{action}", actions::click);
  }

  private void dialogs(DialogCalls dialogs, ServerVersion version) {
    router
        .open("POST", "/actions/dialogs/open", dialogs::open)
        .on("POST", "/actions/dialogs/submit", dialogs::submit);
    if (version.atLeast11()) {
      router.on("POST", "/actions/dialogs/lookup", dialogs::lookUp);
    }
  }
}
