package vn.angiang.plan72.supervision;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Texts;

/** Filters of the list of cases that a person keeps under a name; what they show is checked anew each time. */
@Service
public class SavedViews {

    private static final int MOST = 30;
    private static final int LONGEST = 100;

    private final JdbcClient jdbc;

    SavedViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A kept address. */
    public record View(long id, String name, String address) {}

    /** A person's own, by name. */
    @Transactional(readOnly = true)
    public List<View> of(String username) {
        return jdbc.sql("select id, name, address from saved_view where username = ? order by name, id")
                .param(username)
                .query((rs, i) -> new View(rs.getLong(1), rs.getString(2), rs.getString(3)))
                .list();
    }

    /**
     * Keeps an address; one of the same name is replaced.
     *
     * @throws Refusal.BadInput without a name, or when thirty are kept already
     */
    @Transactional
    public void keep(String username, String name, String address) {
        String clean = Texts.clean(name);
        if (clean.isEmpty() || clean.length() > LONGEST) {
            throw new Refusal.BadInput("ten", "");
        }
        jdbc.sql("delete from saved_view where username = ? and name = ?")
                .params(username, clean)
                .update();
        if (of(username).size() >= MOST) {
            throw new Refusal.Conflict("supervision.views.tooMany", MOST);
        }
        jdbc.sql("insert into saved_view(username, name, address) values (?, ?, ?)")
                .params(username, clean, address)
                .update();
    }

    /** @throws Refusal.NotFound when the person keeps none of this number */
    @Transactional
    public void forget(String username, long id) {
        int gone = jdbc.sql("delete from saved_view where username = ? and id = ?")
                .params(username, id)
                .update();
        if (gone == 0) {
            throw new Refusal.NotFound("supervision.views.notFound");
        }
    }
}
