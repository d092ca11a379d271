package vn.angiang.plan72.organization;

import java.util.Set;

/** What a post allows; the first part of a group name ({@code officer.SLDTBXH}). */
public final class Roles {

    /** Chuyên viên: does the work of the unit. */
    public static final String OFFICER = "officer";
    /** Lãnh đạo đơn vị: approves, signs, answers. */
    public static final String LEADER = "leader";
    /** Giám sát: sees everything, urges. */
    public static final String SUPERVISOR = "supervisor";
    /** Biên tập quy trình: changes models under review. */
    public static final String MODELER = "modeler";
    /** Quản trị: people, units, calendar, parameters. */
    public static final String ADMIN = "admin";

    public static final Set<String> ALL = Set.of(OFFICER, LEADER, SUPERVISOR, MODELER, ADMIN);

    /** Roles a deputy may take over; technical roles are never lent. */
    static final Set<String> LENDABLE = Set.of(OFFICER, LEADER, SUPERVISOR);

    private Roles() {}
}
