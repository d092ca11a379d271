package vn.angiang.plan72.security;

import org.springframework.stereotype.Component;

/** How people may sign in here, for the sign-in page. */
@Component
public class SignInWays {

    private final OidcSettings oidc;

    SignInWays(OidcSettings oidc) {
        this.oidc = oidc;
    }

    /** With a name and password kept here. */
    public boolean byPassword() {
        return !(oidc.isOn() && oidc.only());
    }

    /** At the provider. */
    public boolean byIssuer() {
        return oidc.isOn();
    }

    /** What people call the provider. */
    public String issuerName() {
        return oidc.name();
    }

    /** Where a sign-in at the provider begins. */
    public String issuerAddress() {
        return IssuerSignIn.BEGIN + "/" + IssuerSignIn.REGISTRATION;
    }
}
