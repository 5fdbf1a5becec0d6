package org.sunmao.request.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;

import java.util.ArrayList;
import java.util.List;

/** What is held is refused in many words; what only speaks of it passes. */
@HouseTest
class KnownTests {

    /** Held, with the page where it is. */
    private static final List<String> HELD =
            """
            党员人数|statistics
            本支部党员总数|statistics
            截至2026年11月底在册党员人数（人）|statistics
            正式党员数|statistics
            预备党员人数|statistics
            女党员人数|statistics
            少数民族党员数量|statistics
            35岁及以下党员人数|statistics
            60 岁以上党员多少名|statistics
            大专及以上学历党员数|statistics
            流动党员人数|statistics
            农民工党员人数|statistics
            党员年龄结构|statistics
            请统计本村党员总人数|statistics
            ＤＡＮＧ员人数|-
            党员姓名|members
            党员名单|members
            党员花名册|members
            党员基本信息表|members
            党员身份证号|members
            党员联系电话|members
            党员的手机号码|members
            流动党员名单及联系方式|members
            失联党员名单|members
            入党时间|members
            转正日期|members
            党龄|members
            党员学历情况|members
            书记姓名|posts
            党支部书记姓名、联系电话|posts
            现任支部书记是谁|-
            班子成员名单|posts
            支委会委员名单|posts
            班子缺额|posts
            党组织书记任职时间|posts
            换届时间|posts
            下次换届时间|posts
            本届任期届满日期|-
            任期届满时间|posts
            支部名称|organizations
            党组织全称|organizations
            党支部成立时间|organizations
            下属党支部数量|statistics
            所辖党支部数|-
            上级党组织名称|organizations
            单位名称|bodies
            单位统一社会信用代码|bodies
            党员|members
            党员信息采集|members
            各支部党员人数统计表|statistics
            """
                    .lines()
                    .filter(line -> !line.endsWith("|-"))
                    .toList();

    /** Held in truth, and not recognised: told, so that nobody thinks otherwise. */
    private static final List<String> MISSED = List.of("现任支部书记是谁", "本届任期届满日期", "所辖党支部数", "咱村党员共几个");

    /** Only speaks of what is held. */
    private static final List<String> PASSES =
            """
            参加义务植树的党员人数
            慰问困难党员花费金额
            党员志愿服务次数
            党员教育培训场地面积
            支部活动室面积
            支部书记接待群众次数
            村集体经济收入
            村干部报酬
            防汛物资储备数量
            低保户数
            困难群众人数
            党费收缴中遇到的困难
            需要上级帮助解决的问题
            流动党员返乡创业项目数
            书记项目进展
            班子成员联系户数
            换届工作经费
            换届宣传标语条数
            入党积极分子人数
            入党申请书收到份数
            党员家庭户挂牌数量
            党员责任区数量
            党组织活动经费支出
            单位食堂就餐人数
            单位名称变更原因
            名单公示天数
            参会人数
            人数
            姓名
            备注
            联系电话
            建议
            森林防火值班电话
            党员中心户数量
            支部联建对象
            党员干部带头移风易俗事例
            老党员生活补助发放日期
            村级后备干部人数
            公共法律服务点数量
            党员评议村务意见条数
            """
                    .lines()
                    .toList();

    private static final List<String> BANNED =
            List.of(
                    "党员打卡次数",
                    "会议签到人数",
                    "学习平台登录次数",
                    "本支部学习时长",
                    "公众号关注人数",
                    "转发朋友圈截图",
                    "活动照片",
                    "现场视频",
                    "点赞数",
                    "支部积分排名",
                    "入户走访定位",
                    "GPS 轨迹",
                    "ＧＰＳ轨迹",
                    "App安装率");

    private static final List<String> NOT_BANNED =
            List.of(
                    "视频会议室数量",
                    "清理打卡类工作群个数",
                    "群众反映的强制打卡问题数",
                    "取消排名通报的文件份数",
                    "村里监控视频点位损坏数",
                    "发展定位建议");

    @Autowired Known known;

    @Test
    @Proves("AF-07")
    void whatIsHeldIsFoundWhereItIs() {
        var wrong = new ArrayList<String>();
        for (var line : HELD) {
            var parts = line.split("\\|", 2);
            var found = known.find(parts[0], "").map(one -> one.place().opens()).orElse("");
            if (!found.equals(parts[1])) {
                wrong.add(line + " but " + found);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(HELD).hasSizeGreaterThan(40);
    }

    @Test
    void whatOnlySpeaksOfItPasses() {
        assertThat(PASSES).filteredOn(label -> known.find(label, "").isPresent()).isEmpty();
        assertThat(PASSES).filteredOn(label -> known.forbidden(label).isPresent()).isEmpty();
    }

    @Test
    void whatIsMissedIsNamed() {
        assertThat(MISSED).filteredOn(label -> known.find(label, "").isPresent()).isEmpty();
    }

    @Test
    void anAttributeAloneIsToldOfWhatTheTitleIsAbout() {
        assertThat(known.find("姓名", "党员信息采集表")).isPresent();
        assertThat(known.find("人数", "党员情况统计")).isPresent();
        assertThat(known.find("姓名", "困难群众慰问")).isEmpty();
        assertThat(known.find("人数", "义务植树")).isEmpty();
    }

    @Test
    @Proves("R-GEN-04")
    void whatNobodyMayBeAskedForIsFoundAndWhatSpeaksAgainstItPasses() {
        assertThat(BANNED).filteredOn(label -> known.forbidden(label).isEmpty()).isEmpty();
        assertThat(NOT_BANNED).filteredOn(label -> known.forbidden(label).isPresent()).isEmpty();
    }
}
