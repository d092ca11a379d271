// A certified OpenID provider for tests: node provider.mjs PORT CLIENT_ID CLIENT_SECRET REDIRECT_URI SIGNED_OUT_URI
// Anybody may sign in as anybody, with any password, in the provider's own development pages.
import Provider from "oidc-provider";

const [port, client, secret, redirect, signedOut] = process.argv.slice(2);
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [
    {
      client_id: client,
      client_secret: secret,
      redirect_uris: [redirect],
      post_logout_redirect_uris: [signedOut],
      response_types: ["code"],
      grant_types: ["authorization_code"],
    },
  ],
  claims: { openid: ["sub"], profile: ["preferred_username"] },
  // "x@2" is a second person who calls herself x
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: id, preferred_username: id.split("@")[0] }),
  }),
  pkce: { required: () => true },
  features: { devInteractions: { enabled: true } },
});
provider.listen(Number(port), "127.0.0.1", () => console.log("ready"));
