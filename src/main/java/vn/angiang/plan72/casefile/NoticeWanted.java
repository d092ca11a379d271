package vn.angiang.plan72.casefile;

import java.util.List;

/**
 * Somebody should be told something about a case. Published by flows in their transaction; {@code notification} turns it
 * into an in-app notice and a mail.
 *
 * @param groups groups whose members are told, e.g. {@code leader.H891}
 * @param people user names of people who are told whatever their groups
 * @param messageKey words of the notice; {0} is the case number, {1} its title, then {@code arguments}
 * @param urging whether this counts as an act of "đôn đốc"
 */
public record NoticeWanted(
        String caseNumber,
        List<String> groups,
        List<String> people,
        String messageKey,
        List<String> arguments,
        boolean urging) {

    /** Tells groups. */
    public NoticeWanted(
            String caseNumber, List<String> groups, String messageKey, List<String> arguments, boolean urging) {
        this(caseNumber, groups, List.of(), messageKey, arguments, urging);
    }

    /** Tells one person. */
    public static NoticeWanted toPerson(String caseNumber, String username, String messageKey, List<String> arguments) {
        return new NoticeWanted(caseNumber, List.of(), List.of(username), messageKey, arguments, false);
    }
}
