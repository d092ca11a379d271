package vn.angiang.plan72.feedback;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of the public page, per hour; defaults, no legal basis.
 *
 * @param sentPerAddress opinions from one address; offices and villages share addresses
 * @param sentOverall opinions from everywhere
 * @param askedPerAddress pages posted from one address: codes looked up, ratings, refused forms
 * @param askedOverall the same from everywhere
 * @param mostFiles files with one opinion
 * @param maxBytes of one file
 * @param scheduled whether the job that takes opinions in runs by itself
 */
@ConfigurationProperties("plan72.feedback")
record FeedbackSettings(
        @DefaultValue("10") int sentPerAddress,
        @DefaultValue("300") int sentOverall,
        @DefaultValue("60") int askedPerAddress,
        @DefaultValue("6000") int askedOverall,
        @DefaultValue("3") int mostFiles,
        @DefaultValue("5242880") long maxBytes,
        @DefaultValue("true") boolean scheduled) {}
